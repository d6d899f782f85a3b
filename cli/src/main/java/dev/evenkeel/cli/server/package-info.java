/** The server as the command line sees it: where it is, what it is asked, what it answers. */
@NullMarked
package dev.evenkeel.cli.server;

import org.jspecify.annotations.NullMarked;
