package ghtraffic.messages;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.context.FacesContext;
import org.jspecify.annotations.Nullable;

/** Shows an error beside a field of the current page. */
public final class FieldMessage {

    private FieldMessage() {}

    /**
     * Shows why the input of a field is invalid.
     *
     * @param form the form's id
     * @param wrong the error; it names one of the form's fields
     * @return null, the outcome of an action that stays on its page
     */
    public static @Nullable String show(String form, InvalidInput wrong) {
        return show(form + ":" + wrong.field(), Message.of("field", wrong.what()));
    }

    /**
     * Shows a message and marks the field as invalid.
     *
     * @param field the ids of form and field, with a colon between them
     * @param message a sentence
     * @return null, the outcome of an action that stays on its page
     */
    public static @Nullable String show(String field, Message message) {
        FacesContext context = FacesContext.getCurrentInstance();
        String text = message.in(CDI.current().select(Language.class).get().getLocale());
        context.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        if (context.getViewRoot().findComponent(field) instanceof EditableValueHolder input) {
            input.setValid(false);
        }
        return null;
    }
}
