/** Shows the people and the hours: who accompanies whom, and how much time they gave. */
package org.patenbuch.engagement;
