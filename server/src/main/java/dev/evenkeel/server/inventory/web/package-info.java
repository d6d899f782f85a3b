@NullMarked
package dev.evenkeel.server.inventory.web;

import org.jspecify.annotations.NullMarked;
