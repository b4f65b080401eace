/** An error as Odoo writes it down. */
export interface OdooFault {
  readonly name: string;
  readonly message: string;
  readonly arguments: readonly string[];
  readonly context: object;
  readonly debug: string;
}

/** An error as Odoo reports it: a status, the Python name of its class, and words for people. */
export class OdooError extends Error {
  readonly status: number;
  readonly odooName: string;

  constructor(status: number, odooName: string, message: string) {
    super(message);
    this.status = status;
    this.odooName = odooName;
  }
}

/** A fault in a call, such as an unknown field. Odoo does not tell it from a fault of its own: status 500. */
export function valueError(message: string): OdooError {
  return new OdooError(500, 'builtins.ValueError', message);
}

export function typeError(message: string): OdooError {
  return new OdooError(500, 'builtins.TypeError', message);
}

export function notFound(message: string): OdooError {
  return new OdooError(404, 'werkzeug.exceptions.NotFound', message);
}

export function badRequest(message: string): OdooError {
  return new OdooError(400, 'werkzeug.exceptions.BadRequest', message);
}

export function unprocessable(message: string): OdooError {
  return new OdooError(422, 'werkzeug.exceptions.UnprocessableEntity', message);
}

export function unauthorized(message: string): OdooError {
  return new OdooError(401, 'werkzeug.exceptions.Unauthorized', message);
}

export function accessError(message: string): OdooError {
  return new OdooError(403, 'odoo.exceptions.AccessError', message);
}

export function missingError(model: string, id: number): OdooError {
  const record = `(Record: ${model}(${id},))`;
  return new OdooError(404, 'odoo.exceptions.MissingError', `Record does not exist or has been deleted.\n${record}`);
}

export function validationError(message: string): OdooError {
  return new OdooError(422, 'odoo.exceptions.ValidationError', message);
}
