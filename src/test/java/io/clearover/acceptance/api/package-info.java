/** What the API reads, refuses and says of itself, including data that other programs left in the database. */
package io.clearover.acceptance.api;
