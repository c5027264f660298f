/**
 * The database's schema: the migrations under {@code db/} and how they are run and undone, what a database differs in, which rights
 * an account needs, and the command that says and does all this without a server ({@code io.clearover.launcher} starts it). Depends
 * on no other package of this project.
 */
package io.clearover.schema;
