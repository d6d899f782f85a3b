/** A real browser that looks at the pages of the packaged server. */
package dev.evenkeel.e2e.pages;
