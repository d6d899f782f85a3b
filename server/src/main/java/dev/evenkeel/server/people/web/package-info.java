@NullMarked
package dev.evenkeel.server.people.web;

import org.jspecify.annotations.NullMarked;
