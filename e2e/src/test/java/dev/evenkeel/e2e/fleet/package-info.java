/** A real fleet: Tomcats behind HAProxy, watched by Prometheus, as the example brings it. */
package dev.evenkeel.e2e.fleet;
