/**
 * How long vendors support what runs: products with their release lines, which of them a system is,
 * whether it is supported on a day, and by which versions the way leads up.
 */
@NullMarked
package dev.evenkeel.estate.lifecycle;

import org.jspecify.annotations.NullMarked;
