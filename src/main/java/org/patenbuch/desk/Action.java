package org.patenbuch.desk;

import org.jspecify.annotations.Nullable;

/**
 * Something a person can enter or do: a form that goes to one address of the API.
 *
 * @param list to which it belongs
 * @param name the last part of its address, {@code new} for a new entry; its words stand in the message files under
 *     {@code action.<list>.<name>}
 * @param api the address of the API below the partnership, {@code /pledges/{pledgeId}/amendment}
 * @param command whoever may send it is offered the form
 * @param checked whether the answers are shown once more before they count: where money moves
 * @param status the entry has to have for this to be offered, null for any
 */
public record Action(
        String list,
        String name,
        String api,
        String command,
        boolean checked,
        @Nullable String status) {
    static final String NEW = "new";

    public static Action entering(String list, String command, boolean checked) {
        return new Action(list, NEW, "/" + list, command, checked, null);
    }

    public static Action on(String list, String name, String command, boolean checked) {
        return on(list, name, command, checked, null);
    }

    public static Action on(String list, String name, String command, boolean checked, @Nullable String status) {
        return new Action(list, name, "/" + list + "/{}/" + name, command, checked, status);
    }

    /** One that takes something back: {@code interview-withdrawal} goes to {@code …/interview/withdrawal}. */
    static Action back(String list, String step, String how, String command, @Nullable String status) {
        return new Action(list, step + "-" + how, "/" + list + "/{}/" + step + "/" + how, command, false, status);
    }

    public boolean isNew() {
        return name.equals(NEW);
    }

    /** Its words in the message files. */
    public String key() {
        return "action." + list + "." + name;
    }
}
