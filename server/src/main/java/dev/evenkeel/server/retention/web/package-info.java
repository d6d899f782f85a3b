@NullMarked
package dev.evenkeel.server.retention.web;

import org.jspecify.annotations.NullMarked;
