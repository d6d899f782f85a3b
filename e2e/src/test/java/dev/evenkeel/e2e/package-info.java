/** Journeys: the packaged program does what it is for, with real systems and real faults. */
package dev.evenkeel.e2e;
