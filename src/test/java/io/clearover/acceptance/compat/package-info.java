/** The appliance's own forms of the API: conversations as its GUI has them, each answer checked field by field. */
package io.clearover.acceptance.compat;
