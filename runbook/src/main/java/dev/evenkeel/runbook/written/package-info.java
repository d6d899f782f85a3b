/**
 * A runbook as its author wrote it: one record a mapping, its components being the keys. Whatever
 * can be left out is still told apart from what was written.
 */
@NullMarked
package dev.evenkeel.runbook.written;

import org.jspecify.annotations.NullMarked;
