/** What the machine gives or refuses: folders, locks, ports, and how trouble with them is told. */
@NullMarked
package io.samling.localstack.host;

import org.jspecify.annotations.NullMarked;
