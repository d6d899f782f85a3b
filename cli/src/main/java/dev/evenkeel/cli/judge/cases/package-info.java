/** {@code evenkeel judge cases}: cases of which the truth is known, and what the judge says. */
@NullMarked
package dev.evenkeel.cli.judge.cases;

import org.jspecify.annotations.NullMarked;
