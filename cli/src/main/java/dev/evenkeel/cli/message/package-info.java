/** {@code evenkeel message …}. */
@NullMarked
package dev.evenkeel.cli.message;

import org.jspecify.annotations.NullMarked;
