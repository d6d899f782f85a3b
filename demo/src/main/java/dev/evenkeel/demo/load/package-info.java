/** A steady load, and what its users saw. */
@NullMarked
package dev.evenkeel.demo.load;

import org.jspecify.annotations.NullMarked;
