/** Pages of the messages of an upgrade, and of wordings. */
@NullMarked
package dev.evenkeel.server.comms.plan.web;

import org.jspecify.annotations.NullMarked;
