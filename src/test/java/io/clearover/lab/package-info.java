/**
 * The lab: a small simulated data centre that speaks the real wire protocols of the destination platform and of the
 * source appliance, for the quick start and for tests. It depends on nothing of the product.
 */
package io.clearover.lab;
