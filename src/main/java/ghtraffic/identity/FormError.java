package ghtraffic.identity;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import org.jspecify.annotations.Nullable;

/** Says beside a field of the page at hand what is wrong with it. */
public final class FormError {

    private FormError() {}

    /**
     * Shows what a rule says of what was entered.
     *
     * @param form the form's id
     * @param complaint with the field's id, a colon and what is wrong as its message
     * @return the outcome of an action that stays on its page
     */
    public static @Nullable String show(String form, IllegalArgumentException complaint) {
        String[] parts = String.valueOf(complaint.getMessage()).split(": ", 2);
        return show(form + ":" + parts[0], "This " + parts[parts.length - 1] + ".");
    }

    /**
     * Shows a message.
     *
     * @param field the ids of form and field, with a colon between them
     * @param message a sentence
     * @return the outcome of an action that stays on its page
     */
    public static @Nullable String show(String field, @Nullable String message) {
        FacesContext.getCurrentInstance()
                .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
        return null;
    }
}
