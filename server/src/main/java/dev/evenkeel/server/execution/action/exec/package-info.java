/**
 * Commands, each under a small supervisor in a session of its own with its state on disk, so that
 * the server can die and take the command up again while it goes on untouched.
 */
@NullMarked
package dev.evenkeel.server.execution.action.exec;

import org.jspecify.annotations.NullMarked;
