/** The verdicts: what was seen, held against what is allowed. No I/O, no clock. */
@NullMarked
package dev.evenkeel.judge;

import org.jspecify.annotations.NullMarked;
