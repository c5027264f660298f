/**
 * The way to the database: the data source, plain SQL, and how instants, JSON and long texts are kept in
 * columns.
 *
 * <p>Depends on no feature, and on {@code rawtext} for what matters of a long text.
 */
package io.clearover.database;
