/**
 * The estate: what runs, at which version, who owns it and what depends on it, as documents. No
 * I/O, no clock: texts in, records and findings out.
 */
@NullMarked
package dev.evenkeel.estate;

import org.jspecify.annotations.NullMarked;
