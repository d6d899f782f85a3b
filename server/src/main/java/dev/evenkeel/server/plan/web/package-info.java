@NullMarked
package dev.evenkeel.server.plan.web;

import org.jspecify.annotations.NullMarked;
