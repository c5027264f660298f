/** Lets every call of every step go wrong in every way, and judges what the operation made of it. */
package io.clearover.acceptance.matrix;
