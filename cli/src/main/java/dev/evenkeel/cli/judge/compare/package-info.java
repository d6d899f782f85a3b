/** {@code evenkeel judge compare}: an old and a new version measured one after the other. */
@NullMarked
package dev.evenkeel.cli.judge.compare;

import org.jspecify.annotations.NullMarked;
