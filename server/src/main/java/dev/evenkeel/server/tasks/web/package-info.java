@NullMarked
package dev.evenkeel.server.tasks.web;

import org.jspecify.annotations.NullMarked;
