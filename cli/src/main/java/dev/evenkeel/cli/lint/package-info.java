/** {@code evenkeel lint}: runbooks are read and held against the rules, without a server. */
@NullMarked
package dev.evenkeel.cli.lint;

import org.jspecify.annotations.NullMarked;
