@NullMarked
package dev.evenkeel.server.risk.web;

import org.jspecify.annotations.NullMarked;
