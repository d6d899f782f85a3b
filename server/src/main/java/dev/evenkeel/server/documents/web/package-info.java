@NullMarked
package dev.evenkeel.server.documents.web;

import org.jspecify.annotations.NullMarked;
