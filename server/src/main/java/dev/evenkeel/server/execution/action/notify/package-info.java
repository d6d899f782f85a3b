/** Messages to people, through webhooks and by e-mail. */
@NullMarked
package dev.evenkeel.server.execution.action.notify;

import org.jspecify.annotations.NullMarked;
