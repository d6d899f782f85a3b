/** Alertmanager and Grafana: what they are told of runs. */
@NullMarked
package dev.evenkeel.server.comms.outside;

import org.jspecify.annotations.NullMarked;
