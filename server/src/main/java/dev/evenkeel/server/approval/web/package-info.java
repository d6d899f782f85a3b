/** Approvals as pages and over HTTP. */
@NullMarked
package dev.evenkeel.server.approval.web;

import org.jspecify.annotations.NullMarked;
