for (const element of $$("[data-js]")) element.hidden = false;
