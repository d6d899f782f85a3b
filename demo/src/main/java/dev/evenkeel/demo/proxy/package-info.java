/** The proxy in front of the fleet: weights and states of nodes, set over HTTP. */
@NullMarked
package dev.evenkeel.demo.proxy;

import org.jspecify.annotations.NullMarked;
