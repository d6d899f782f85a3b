/** Runs over HTTP: the API and the pages. Translates and delegates. */
@NullMarked
package dev.evenkeel.server.execution.web;

import org.jspecify.annotations.NullMarked;
