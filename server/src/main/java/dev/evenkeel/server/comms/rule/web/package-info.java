/** Pages of automations. */
@NullMarked
package dev.evenkeel.server.comms.rule.web;

import org.jspecify.annotations.NullMarked;
