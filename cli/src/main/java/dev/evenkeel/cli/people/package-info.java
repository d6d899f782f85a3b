/** {@code evenkeel people …}: who may sign in, with which roles. */
@NullMarked
package dev.evenkeel.cli.people;

import org.jspecify.annotations.NullMarked;
