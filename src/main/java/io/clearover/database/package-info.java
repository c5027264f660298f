/**
 * The way to the database: the data source, reading by plain SQL, and how instants and JSON are kept in columns.
 *
 * <p>Depends on no feature.
 */
package io.clearover.database;
