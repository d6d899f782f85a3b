/** The trail as pages and over HTTP. */
@NullMarked
package dev.evenkeel.server.audit.web;

import org.jspecify.annotations.NullMarked;
