/** Requests over HTTP. */
@NullMarked
package dev.evenkeel.server.execution.action.http;

import org.jspecify.annotations.NullMarked;
