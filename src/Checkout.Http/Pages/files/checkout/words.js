// What the page says. A shop's own words, by the same keys, come before these.

const en = {
  title: 'Checkout', contact: 'Contact', delivery: 'Delivery address', billing: 'Billing address', method: 'Shipping method', payment: 'Payment', review: 'Review',
  express: 'Express checkout', or: 'or', email: 'E-mail', marketing: 'Send me news and offers', country: 'Country or region',
  firstName: 'First name', lastName: 'Last name', company: 'Company', companyOptional: 'Company (optional)', line1: 'Address', line2: 'Apartment, suite, etc. (optional)',
  city: 'City', province: 'Province or state', postalCode: 'Postal code', phone: 'Phone', phoneOptional: 'Phone (optional)', choose: 'Choose',
  sameBilling: 'Billing address is the same as the delivery address', noMethods: 'Enter your address to see how this can be delivered.',
  notDelivered: 'There is no delivery to this address. Try another one.', free: 'Free', code: 'Discount code', apply: 'Apply', remove: (code) => `Remove ${code}`,
  subtotal: 'Subtotal', shipping: 'Shipping', taxes: 'Taxes', included: (name) => `${name} included`, discount: 'Discount', total: 'Total',
  summary: 'Order summary', showSummary: 'Show order summary', hideSummary: 'Hide order summary', quantity: (n) => `Quantity ${n}`,
  pay: (total) => `Pay ${total}`, place: 'Place order', checking: 'Checking your order…', authorizing: 'Authorizing…', confirming: 'Waiting for your bank…',
  still: 'Still working. Nothing will be charged twice.', required: 'Fill in this field.', badEmail: 'Enter an e-mail address like name@example.com.',
  changed: (was, now) => `The total changed from ${was} to ${now}. Check it, then press the button again.`,
  offline: 'You are offline. What you entered is kept here.', online: 'You are online again.', lost: 'We could not reach the shop. Check your connection, then try again.',
  declined: 'The payment was declined. Try another card.', thanks: (name) => `Thank you, ${name}`, thanksPlain: 'Thank you', number: (n) => `Order ${n}`,
  next: (email) => `A confirmation goes to ${email}. We write again when your order ships.`, shippedAll: 'Shipped', shippedSome: 'Partly shipped', preparing: 'Being prepared',
  canceled: 'Canceled', paidWith: 'Paid with', deliverTo: 'Deliver to', back: 'Back to the shop', terms: 'Terms', privacy: 'Privacy', refunds: 'Refunds',
  reviewLine: (what, where, total) => `${what} to ${where}: ${total}.`, reviewDigital: (what, total) => `${what}: ${total}.`, items: (n) => (n === 1 ? '1 item' : `${n} items`),
  signedIn: (email) => `Signed in as ${email}`, nothing: 'There is nothing in this order.', totalIs: (total) => `The total is ${total}.`, loading: 'Loading…', saving: 'Saving…',
};

const fr = {
  title: 'Commande', contact: 'Coordonnées', delivery: 'Adresse de livraison', billing: 'Adresse de facturation', method: 'Mode de livraison', payment: 'Paiement', review: 'Vérification',
  express: 'Paiement express', or: 'ou', email: 'E-mail', marketing: 'Recevoir les nouveautés et les offres', country: 'Pays ou région',
  firstName: 'Prénom', lastName: 'Nom', company: 'Entreprise', companyOptional: 'Entreprise (facultatif)', line1: 'Adresse', line2: 'Appartement, bâtiment, etc. (facultatif)',
  city: 'Ville', province: 'Province ou État', postalCode: 'Code postal', phone: 'Téléphone', phoneOptional: 'Téléphone (facultatif)', choose: 'Choisir',
  sameBilling: 'L’adresse de facturation est l’adresse de livraison', noMethods: 'Saisissez votre adresse pour voir les modes de livraison.',
  notDelivered: 'Aucune livraison à cette adresse. Essayez-en une autre.', free: 'Gratuit', code: 'Code de réduction', apply: 'Appliquer', remove: (code) => `Retirer ${code}`,
  subtotal: 'Sous-total', shipping: 'Livraison', taxes: 'Taxes', included: (name) => `${name} incluse`, discount: 'Réduction', total: 'Total',
  summary: 'Récapitulatif', showSummary: 'Afficher le récapitulatif', hideSummary: 'Masquer le récapitulatif', quantity: (n) => `Quantité ${n}`,
  pay: (total) => `Payer ${total}`, place: 'Passer la commande', checking: 'Vérification de la commande…', authorizing: 'Autorisation…', confirming: 'En attente de votre banque…',
  still: 'Toujours en cours. Rien ne sera débité deux fois.', required: 'Remplissez ce champ.', badEmail: 'Saisissez une adresse comme nom@exemple.com.',
  changed: (was, now) => `Le total est passé de ${was} à ${now}. Vérifiez-le, puis appuyez de nouveau.`,
  offline: 'Vous êtes hors ligne. Votre saisie est conservée ici.', online: 'Vous êtes de nouveau en ligne.', lost: 'La boutique ne répond pas. Vérifiez votre connexion, puis réessayez.',
  declined: 'Le paiement a été refusé. Essayez une autre carte.', thanks: (name) => `Merci, ${name}`, thanksPlain: 'Merci', number: (n) => `Commande ${n}`,
  next: (email) => `Une confirmation est envoyée à ${email}. Nous écrirons à l’expédition.`, shippedAll: 'Expédiée', shippedSome: 'Expédiée en partie', preparing: 'En préparation',
  canceled: 'Annulée', paidWith: 'Payé avec', deliverTo: 'Livrer à', back: 'Retour à la boutique', terms: 'Conditions', privacy: 'Confidentialité', refunds: 'Remboursements',
  reviewLine: (what, where, total) => `${what} vers ${where} : ${total}.`, reviewDigital: (what, total) => `${what} : ${total}.`, items: (n) => (n === 1 ? '1 article' : `${n} articles`),
  signedIn: (email) => `Connecté : ${email}`, nothing: 'Cette commande est vide.', totalIs: (total) => `Le total est de ${total}.`, loading: 'Chargement…', saving: 'Enregistrement…',
};

const de = {
  title: 'Kasse', contact: 'Kontakt', delivery: 'Lieferadresse', billing: 'Rechnungsadresse', method: 'Versandart', payment: 'Zahlung', review: 'Prüfen',
  express: 'Express-Kasse', or: 'oder', email: 'E-Mail', marketing: 'Neuigkeiten und Angebote erhalten', country: 'Land oder Region',
  firstName: 'Vorname', lastName: 'Nachname', company: 'Firma', companyOptional: 'Firma (optional)', line1: 'Straße und Hausnummer', line2: 'Adresszusatz (optional)',
  city: 'Ort', province: 'Bundesland oder Provinz', postalCode: 'Postleitzahl', phone: 'Telefon', phoneOptional: 'Telefon (optional)', choose: 'Auswählen',
  sameBilling: 'Rechnungsadresse ist die Lieferadresse', noMethods: 'Geben Sie Ihre Adresse ein, um die Versandarten zu sehen.',
  notDelivered: 'An diese Adresse wird nicht geliefert. Versuchen Sie eine andere.', free: 'Kostenlos', code: 'Rabattcode', apply: 'Anwenden', remove: (code) => `${code} entfernen`,
  subtotal: 'Zwischensumme', shipping: 'Versand', taxes: 'Steuern', included: (name) => `${name} enthalten`, discount: 'Rabatt', total: 'Summe',
  summary: 'Bestellübersicht', showSummary: 'Bestellübersicht anzeigen', hideSummary: 'Bestellübersicht ausblenden', quantity: (n) => `Menge ${n}`,
  pay: (total) => `${total} bezahlen`, place: 'Bestellung aufgeben', checking: 'Bestellung wird geprüft…', authorizing: 'Wird autorisiert…', confirming: 'Warten auf Ihre Bank…',
  still: 'Es dauert noch. Nichts wird doppelt abgebucht.', required: 'Füllen Sie dieses Feld aus.', badEmail: 'Geben Sie eine Adresse wie name@example.com ein.',
  changed: (was, now) => `Die Summe hat sich von ${was} auf ${now} geändert. Prüfen Sie sie und drücken Sie noch einmal.`,
  offline: 'Sie sind offline. Ihre Eingaben bleiben hier erhalten.', online: 'Sie sind wieder online.', lost: 'Der Shop ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
  declined: 'Die Zahlung wurde abgelehnt. Versuchen Sie eine andere Karte.', thanks: (name) => `Danke, ${name}`, thanksPlain: 'Danke', number: (n) => `Bestellung ${n}`,
  next: (email) => `Eine Bestätigung geht an ${email}. Wir schreiben wieder, wenn Ihre Bestellung verschickt wird.`, shippedAll: 'Verschickt', shippedSome: 'Teilweise verschickt', preparing: 'In Vorbereitung',
  canceled: 'Storniert', paidWith: 'Bezahlt mit', deliverTo: 'Lieferung an', back: 'Zurück zum Shop', terms: 'AGB', privacy: 'Datenschutz', refunds: 'Rückgabe',
  reviewLine: (what, where, total) => `${what} nach ${where}: ${total}.`, reviewDigital: (what, total) => `${what}: ${total}.`, items: (n) => (n === 1 ? '1 Artikel' : `${n} Artikel`),
  signedIn: (email) => `Angemeldet als ${email}`, nothing: 'Diese Bestellung ist leer.', totalIs: (total) => `Die Summe beträgt ${total}.`, loading: 'Wird geladen…', saving: 'Wird gespeichert…',
};

const es = {
  title: 'Finalizar compra', contact: 'Contacto', delivery: 'Dirección de entrega', billing: 'Dirección de facturación', method: 'Método de envío', payment: 'Pago', review: 'Revisión',
  express: 'Pago rápido', or: 'o', email: 'Correo electrónico', marketing: 'Recibir novedades y ofertas', country: 'País o región',
  firstName: 'Nombre', lastName: 'Apellidos', company: 'Empresa', companyOptional: 'Empresa (opcional)', line1: 'Dirección', line2: 'Piso, puerta, etc. (opcional)',
  city: 'Ciudad', province: 'Provincia o estado', postalCode: 'Código postal', phone: 'Teléfono', phoneOptional: 'Teléfono (opcional)', choose: 'Elegir',
  sameBilling: 'La dirección de facturación es la de entrega', noMethods: 'Introduzca su dirección para ver los métodos de envío.',
  notDelivered: 'No hay envíos a esta dirección. Pruebe con otra.', free: 'Gratis', code: 'Código de descuento', apply: 'Aplicar', remove: (code) => `Quitar ${code}`,
  subtotal: 'Subtotal', shipping: 'Envío', taxes: 'Impuestos', included: (name) => `${name} incluido`, discount: 'Descuento', total: 'Total',
  summary: 'Resumen del pedido', showSummary: 'Mostrar el resumen', hideSummary: 'Ocultar el resumen', quantity: (n) => `Cantidad ${n}`,
  pay: (total) => `Pagar ${total}`, place: 'Realizar el pedido', checking: 'Comprobando el pedido…', authorizing: 'Autorizando…', confirming: 'Esperando a su banco…',
  still: 'Sigue en curso. No se cobrará dos veces.', required: 'Rellene este campo.', badEmail: 'Introduzca una dirección como nombre@ejemplo.com.',
  changed: (was, now) => `El total ha cambiado de ${was} a ${now}. Compruébelo y pulse de nuevo.`,
  offline: 'No hay conexión. Lo que escribió se conserva aquí.', online: 'Vuelve a haber conexión.', lost: 'No se pudo contactar con la tienda. Compruebe la conexión e inténtelo de nuevo.',
  declined: 'El pago fue rechazado. Pruebe con otra tarjeta.', thanks: (name) => `Gracias, ${name}`, thanksPlain: 'Gracias', number: (n) => `Pedido ${n}`,
  next: (email) => `Enviaremos una confirmación a ${email}. Escribiremos de nuevo cuando salga su pedido.`, shippedAll: 'Enviado', shippedSome: 'Enviado en parte', preparing: 'En preparación',
  canceled: 'Cancelado', paidWith: 'Pagado con', deliverTo: 'Entregar a', back: 'Volver a la tienda', terms: 'Condiciones', privacy: 'Privacidad', refunds: 'Reembolsos',
  reviewLine: (what, where, total) => `${what} a ${where}: ${total}.`, reviewDigital: (what, total) => `${what}: ${total}.`, items: (n) => (n === 1 ? '1 artículo' : `${n} artículos`),
  signedIn: (email) => `Sesión iniciada: ${email}`, nothing: 'Este pedido está vacío.', totalIs: (total) => `El total es ${total}.`, loading: 'Cargando…', saving: 'Guardando…',
};

const languages = { en, fr, de, es };

/** The words of the shop's language; English where there is none. */
export const wordsOf = (locale) => languages[locale.slice(0, 2).toLowerCase()] ?? en;
