/** {@code evenkeel judge}: verdicts on stored measurements, without a server. */
@NullMarked
package dev.evenkeel.cli.judge;

import org.jspecify.annotations.NullMarked;
