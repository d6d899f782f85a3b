/** Evidence over HTTP, and the history of upgrades as a page. */
@NullMarked
package dev.evenkeel.server.evidence.web;

import org.jspecify.annotations.NullMarked;
