/**
 * Misbehaviour on demand: which calls are to go wrong, how, and how often. It knows HTTP calls and names of calls, but no
 * protocol: refusing and doing is left to the APIs. Kept in memory only.
 */
package io.clearover.lab.fault;
