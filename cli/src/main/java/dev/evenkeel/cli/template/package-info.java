/** {@code evenkeel template …}. */
@NullMarked
package dev.evenkeel.cli.template;

import org.jspecify.annotations.NullMarked;
