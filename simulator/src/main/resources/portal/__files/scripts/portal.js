/*
 * Every page loads this file, and a browser keeps it for a year. It works out a value over the table below and puts it on every
 * link and into every form. The portal answers 403 to a value that a sound copy would not have made. A page without scripts
 * carries no value, and is let in.
 *
 * It also opens the menus by a script where a browser does not know the details element; without scripts the element does it.
 */
(function () {
    "use strict";

    var table =
        "gIsbtINdW1CrivETeZtHy7U9u6GbTrU669DfphjBeGOuo2Melfg5P8qPpJj9SHClTbKbo0sVG3lNxp04S3ro5iwxyJdiWslFKgFvjopKNhn95pLvgj2zWhmfxsabtxHHyR82d1qmoj4EB9jxCYmVQ6hKlWfHFAc0iZA0PGDq1wiHWKNsgSaFuyABy6nkao76is3bcnqleSAkY00d2ftWrVc1VlI6cJmS62mHpnn7GIkCke8lDGZVwycKUgpXyxE8";

    function checkValue() {
        var check = 7;
        for (var i = 0; i < table.length; i++) {
            check = (check * 31 + table.charCodeAt(i)) % 65521;
        }
        return check.toString(16);
    }

    function withValue(address, value) {
        return address + (address.indexOf("?") < 0 ? "?" : "&") + "check=" + value;
    }

    function mark(elements, attribute, value) {
        for (var i = 0; i < elements.length; i++) {
            var address = elements[i].getAttribute(attribute);
            if (address && address.charAt(0) !== "#") {
                elements[i].setAttribute(attribute, withValue(address, value));
            }
        }
    }

    function addFields(forms, value) {
        for (var i = 0; i < forms.length; i++) {
            var field = document.createElement("input");
            field.setAttribute("type", "hidden");
            field.setAttribute("name", "check");
            field.setAttribute("value", value);
            forms[i].appendChild(field);
        }
    }

    function toggle(event) {
        var details = event.currentTarget.parentNode;
        event.preventDefault();
        if (details.hasAttribute("open")) {
            details.removeAttribute("open");
        } else {
            details.setAttribute("open", "");
        }
    }

    function openMenusByScript(summaries) {
        for (var i = 0; i < summaries.length; i++) {
            summaries[i].addEventListener("click", toggle);
        }
    }

    var value = checkValue();
    mark(document.getElementsByTagName("a"), "href", value);
    mark(document.getElementsByTagName("form"), "action", value);
    addFields(document.getElementsByTagName("form"), value);
    openMenusByScript(document.getElementsByTagName("summary"));
})();
