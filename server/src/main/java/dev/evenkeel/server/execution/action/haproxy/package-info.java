/** Servers moved in and out of HAProxy's backends, through its runtime API. */
@NullMarked
package dev.evenkeel.server.execution.action.haproxy;

import org.jspecify.annotations.NullMarked;
