// What of Pyodide the worker of the form uses: its own declarations are of the whole of it.
export function loadPyodide(options: object): Promise<any>;
declare const createPyodideModule: unknown;
export default createPyodideModule;
