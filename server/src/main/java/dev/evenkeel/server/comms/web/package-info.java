/** Pages and endpoints of channels and messages. */
@NullMarked
package dev.evenkeel.server.comms.web;

import org.jspecify.annotations.NullMarked;
