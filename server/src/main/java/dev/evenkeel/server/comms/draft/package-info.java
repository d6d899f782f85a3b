/**
 * What messages say: wordings over facts, in the language, the time zone and the detail of whoever
 * reads them. What is not known is left out or said to be unknown; nothing is made up.
 */
@NullMarked
package dev.evenkeel.server.comms.draft;

import org.jspecify.annotations.NullMarked;
