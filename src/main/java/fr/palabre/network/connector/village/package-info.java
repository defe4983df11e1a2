/** Place du village: a network whose people are all made up, to try Palabre without any account. */
@NullMarked
package fr.palabre.network.connector.village;

import org.jspecify.annotations.NullMarked;
