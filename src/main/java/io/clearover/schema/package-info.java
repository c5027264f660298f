/**
 * The database's schema: the migrations under {@code db/} and how they are run and undone. Depends on no other package of
 * this project.
 */
package io.clearover.schema;
